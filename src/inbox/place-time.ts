/** A reply with both a place and a time could bring the wrong person there. Such a reply is stopped. */
import { asciiDigits } from '../contact/code.ts'

const times =
  /\b(?:[01]?\d|2[0-3])[.:][0-5]\d\b|\bkl(?:ockan)?\b|\bhalv \p{L}|o['’]clock|\b\d{1,2}\s?(?:am|pm)\b|\bat noon\b|الساعة|ظهر/iu
const days =
  /måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag|i ?morgon|\bi ?dag\b|i ?kväll|i ?eftermiddag|\d\/\d|\b20\d\d-\d\d-\d\d\b|\b\d{1,2} (?:jan|feb|mar|apr|maj|may|jun|jul|aug|sep|okt|oct|nov|dec)|\bden \d|\b\d{1,2}(?:st|nd|rd|th)\b|monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|today|tonight|الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد|غد[اًا]|اليوم|مساء|صباح/iu
const places =
  /\p{L}(?:gatan|vägen|gränd|plan|allén|stigen|backen)\b|torget|adress|möt|\bses\b|\bsyns\b|träffa|besök|\bkom (?:hit|till|in)\b|kontoret|polis(?:en|huset|stationen)|station|centrum|t-bana|hållplats|sjukhus|kafé|bibliotek|våning|\b(?:street|road|square|address|meet|visit|office|hospital|library|caf[eé]|floor|come to|bus stop)|عنوان|شارع|ساحة|نلتقي|لقاء|تعالي|مكتب|محطة|مستشفى|مقهى|الطابق/iu

/**
 * Whether a text tells both where and when, in Swedish, English or Arabic. Says so rather too often.
 * @param text in any digits
 */
export function placeAndTime(text: string): boolean {
  const western = asciiDigits(text)
  return places.test(western) && (times.test(western) || days.test(western))
}
