import { renderSVG } from 'uqr'

/** A QR code as an SVG of black on white, with the quiet zone scanners ask for. */
export const qrSvg = (text: string) =>
  renderSVG(text, { ecc: 'M', border: 4 }).replace('<svg ', '<svg aria-hidden="true" ')
