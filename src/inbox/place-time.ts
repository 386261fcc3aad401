/** A reply with both a place and a time could bring the wrong person there. Such a reply is stopped. */

const times =
  /\b(?:[01]?\d|2[0-3])[.:][0-5]\d\b|\bkl(?:ockan)?\b|o['’]clock|\b\d{1,2}\s?(?:am|pm)\b|الساعة|\b\d{1,2}\/\d{1,2}\b|\b20\d\d-\d\d-\d\d\b/i
const days =
  /\b(?:måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag|i ?morgon|i dag|idag|monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|today)|الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد|غد[اًا]|اليوم/i
const places =
  /\p{L}(?:gatan|vägen|gränd|torget|plan|allén|stigen|backen)\b|\b(?:adress|möt|ses|träffas|besök|kontoret|polishuset|stationen|centrum|kafé|bibliotek|våning|street|road|address|meet|visit|office|station|library|café|floor)|العنوان|شارع|نلتقي|مكتب|المكتب|محطة|مقهى|مكتبة|الطابق/iu

/** Whether a text tells both where and when, in Swedish, English or Arabic. Rather too often. */
export function placeAndTime(text: string): boolean {
  const western = text.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
  return places.test(western) && (times.test(western) || days.test(western))
}
