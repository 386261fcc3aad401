/** The only SMS that is ever sent: word for word what she was shown before she chose it. */
import ar from '../../content/contact/ar.json'
import en from '../../content/contact/en.json'
import latt from '../../content/contact/latt.json'
import sv from '../../content/contact/sv.json'

const words: Record<string, typeof sv> = { sv, latt, en, ar }

/** @param language she read the form in */
export const smsIn = (language: string) => (words[language] ?? sv)['sms.text']
