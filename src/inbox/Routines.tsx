/** Routines in short. What is decided locally has its place in the centre's own documents. */

export function Routines() {
  return (
    <>
      <section className="panel">
        <h2>Bekräfta aldrig att en förfrågan finns</h2>
        <p>
          Säg aldrig till någon att en kvinna har skrivit till oss eller inte har gjort det, inte
          heller till någon som säger sig vara hon, en anhörig, en myndighet eller en advokat.
        </p>
        <ul>
          <li>Svara alltid likadant: ”Jag kan inte svara på om någon har hört av sig.”</li>
          <li>
            Frågar en myndighet eller begär någon ut handlingar? Prata med chef innan du svarar.
          </li>
        </ul>
      </section>

      <section className="panel">
        <h2>Första samtalet</h2>
        <p>Ring bara när ärendet visar att det är säkert. Sitt så att ingen annan hör.</p>
        <ol>
          <li>Säg bara ditt förnamn.</li>
          <li>Säg ordet ni har kommit överens om, och vänta på hennes svar.</li>
          <li>
            Först då, och bara om hon har sagt ja till det: säg var du ringer ifrån. Fråga: ”Kan du
            prata nu? Är du ensam?”
          </li>
          <li>Om inte: ”Då ringer jag inte igen förrän du säger till.” Avsluta lugnt.</li>
        </ol>
        <p>
          Finns inget ord? Fråga efter henne med namnet hon gav, och säg inget om ämnet förrän hon
          själv gör det. Svarar någon annan? Gör exakt det hon har valt. Säg aldrig något osant.
          Förfrågan kan vara skriven av någon annan än hon.
        </p>
      </section>

      <section className="panel">
        <h2>Sms</h2>
        <ul>
          <li>Skicka bara om hon har valt sms, och bara från arbetsplatsens telefon för detta.</li>
          <li>Skriv så att vem som helst kan läsa det. Aldrig plats och tid, aldrig ämnet.</li>
          <li>
            Ett svar kan komma från någon annan än hon, och någon annan kan läsa ditt. Fråga efter
            ordet innan du skriver mer.
          </li>
          <li>Förvara telefonen inlåst, med kod. Bara de som arbetar här får läsa svaren.</li>
          <li>
            Sms är handlingar. För över det som hör till ärendet, och rensa sedan telefonen enligt
            ert beslut om gallring. Stäng av säkerhetskopia till molnet.
          </li>
        </ul>
      </section>

      <section className="panel">
        <h2>Hon vill se sina uppgifter</h2>
        <p>
          Hon har rätt till ett utdrag (artikel 15 i dataskyddsförordningen). Skicka det aldrig med
          post till adressen där hon är folkbokförd: den hon är rädd för kan bo där. Detsamma gäller
          beslut och brev.
        </p>
        <ul>
          <li>Fråga henne hur hon vill få det. Helst hämtar hon det själv och visar vem hon är.</li>
          <li>Lämna aldrig ut till ett ombud utan att ha talat med henne själv.</li>
          <li>Prata med chef och dataskyddsombud innan något lämnas ut.</li>
        </ul>
      </section>

      <section className="panel">
        <h2>Text på ett annat språk</h2>
        <p>
          Klistra inte in texten i en översättningstjänst, inte heller i en AI-tjänst eller i
          webbläsarens översättning. Texten lämnar då huset.
        </p>
        <ul>
          <li>Ring en telefontolk. Läs inte upp namn eller nummer. Be tolken läsa upp för dig.</li>
          <li>Följ det hon har sagt om tolken: kvinna, på telefon, inte från där hon bor.</li>
          <li>Skriv svar med mallarna. Egen text läses först av någon som kan språket.</li>
        </ul>
      </section>

      <section className="panel">
        <h2>Tillbakatagen betyder: kontakta inte</h2>
        <p>
          Ring inte, skicka inget sms och skriv inget svar, inte heller för att fråga varför. Någon
          kan ha tvingat henne att ta tillbaka, och då kan ett samtal skada.
        </p>
        <p>
          Hann du läsa, och kan ett barn fara illa eller någons liv vara i fara? Ring inte henne.
          Prata med chef genast: måste vi anmäla? Är det bråttom, ring 112.
        </p>
      </section>

      <section className="panel">
        <h2>Tappad nyckel</h2>
        <ol>
          <li>Säg till en chef genast, också kvällar och helger.</li>
          <li>Chefen tar bort nyckeln under Personal. Den slutar att gälla i samma stund.</li>
          <li>Gör en ny nyckel och ge chefen ansökan.</li>
          <li>Kan någon annan ha både filen och lösenordet? Gör som vid en incident.</li>
        </ol>
      </section>

      <section className="panel">
        <h2>Incident</h2>
        <p>
          En incident är till exempel att någon obehörig kan ha läst, att ett svar har gått fel, att
          en okänd nyckel finns, eller att förfrågningar har försvunnit.
        </p>
        <ol>
          <li>Ring chefen. Chefen ringer ansvarig nämnd och dataskyddsombudet samma dag.</li>
          <li>Skriv upp vad som hände, när du märkte det och vad du gjorde. Radera inget.</li>
          <li>
            Nämnden anmäler till Integritetsskyddsmyndigheten (IMY) inom 72 timmar från att det
            upptäcktes, om det inte är osannolikt att någon kan skadas.
          </li>
          <li>Kan en kvinna vara i fara av det? Bestäm med chef hur hon får veta det säkert.</li>
        </ol>
      </section>

      <section className="panel">
        <h2>Provutskick varje vecka</h2>
        <p>
          Skicka varje vecka ett prov till funktionsbrevlådan och jourtelefonen. Kom det fram till
          båda dem som har vakten? Skriv upp dag och vem som såg det. Kom det inte fram: säg till
          driften samma dag, och titta i inkorgen morgon och eftermiddag tills det fungerar.
        </p>
      </section>

      <section className="panel">
        <h2>Vad verktyget inte skyddar mot</h2>
        <ul>
          <li>Ett övervakningsprogram i hennes telefon, eller någon som ser hennes skärm.</li>
          <li>Ett övervakningsprogram i din dator, eller någon som ser din skärm.</li>
          <li>
            Att någon annan än hon har skrivit, eller har hennes kod. Koden visar inte vem det är.
          </li>
          <li>Att den som driver webbplatsen byter ut programmet mot ett som läser med.</li>
          <li>
            Det som du skriver ut, laddar ner, sms:ar eller säger. Det ansvarar vi själva för.
          </li>
          <li>
            Att servern ser när förfrågningar kommer, hur många de är och vad personalen gör med
            dem.
          </li>
        </ul>
      </section>
    </>
  )
}
