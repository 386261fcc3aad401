/**
 * How much comes, and how much work is asked for in return. Nobody is ever locked out: pressure
 * makes sending dearer, for all a little and for a noisy source more. Kept in memory only, by a hash
 * under a key that is thrown away every hour: no address is stored anywhere.
 */
import { sha256, toText } from '../src/contact/bytes.ts'

const window = 600_000
/** Sources remembered at once; beyond it the oldest are forgotten, which only lowers the price. */
const mostSources = 50_000
/** Requests in ten minutes that one source may send before it counts as noisy. */
const quiet = 10

export class Pressure {
  private readonly calm: number
  private key = crypto.getRandomValues(new Uint8Array(16))
  private keyHour = -1
  private windowAt = -1
  private all = 0
  private sources = new Map<string, number>()

  /** @param calm requests in ten minutes, from all, before work is asked for */
  constructor(calm: number) {
    this.calm = calm
  }

  /**
   * Counts one request.
   * @param source network address of the sender, if the host knows it
   * @returns leading zero bits of proof that are asked for, 0 for none
   */
  async count(source: string | undefined, now: number): Promise<number> {
    this.turn(now)
    this.all++
    const noisy = source ? (await this.countSource(source)) > quiet : false
    return this.price(noisy)
  }

  /** What would be asked for now, of a source that has sent nothing. */
  bits(now: number): number {
    this.turn(now)
    return this.price(false)
  }

  private price(noisy: boolean): number {
    const times = this.all / this.calm
    if (times <= 1) return 0
    return (times <= 4 ? 16 : times <= 16 ? 18 : 20) + (noisy ? 2 : 0)
  }

  private async countSource(source: string): Promise<number> {
    const name = toText(
      await sha256(new Uint8Array([...this.key, ...new TextEncoder().encode(network(source))])),
    )
    const count = (this.sources.get(name) ?? 0) + 1
    this.sources.set(name, count)
    const [oldest] = this.sources.keys()
    if (this.sources.size > mostSources && oldest) this.sources.delete(oldest)
    return count
  }

  private turn(now: number): void {
    const hour = Math.floor(now / 3_600_000)
    const at = Math.floor(now / window)
    if (at !== this.windowAt) {
      this.windowAt = at
      this.all = 0
      this.sources.clear()
    }
    if (hour !== this.keyHour) {
      this.keyHour = hour
      this.key = crypto.getRandomValues(new Uint8Array(16))
    }
  }
}

/** The network an address belongs to: /24, or /64 of the sixth version. */
function network(address: string): string {
  return address.includes(':')
    ? address.split(':').slice(0, 4).join(':')
    : address.split('.').slice(0, 3).join('.')
}
