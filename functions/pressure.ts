/**
 * How much comes, and how much work is asked for in return. Nobody is ever locked out: pressure
 * makes sending dearer, for all a little and for a noisy source more. Kept in memory only, by a hash
 * under a key that is thrown away every hour: no address is stored anywhere.
 */
import { sha256, toText } from '../src/contact/bytes.ts'
import { nearlyAll } from './store/hers.ts'

const window = 600_000
/** Sources remembered at once; beyond it the oldest are forgotten, which only lowers the price. */
const mostSources = 50_000
/** Requests and answers in ten minutes that one source may send before it counts as noisy. */
const quiet = 10

export class Pressure {
  private readonly calm: number
  private key = crypto.getRandomValues(new Uint8Array(16))
  private keyHour = -1
  private windowAt = -1
  private all = 0
  private limit = 0
  private sources = new Map<string, number>()

  /** @param calm requests and answers in ten minutes, from all, before work is asked for (up to twice as many) */
  constructor(calm: number) {
    this.calm = calm
  }

  /**
   * What a request costs now.
   * @param source network address of the sender, if the host knows it
   * @param used how much of the room is taken, 0 to 1: the last of it is dear for all
   * @returns leading zero bits of proof that are asked for, 0 for none
   */
  async price(source: string | undefined, now: number, used = 0): Promise<number> {
    this.turn(now)
    const times = this.all / this.limit
    const scarce = used < nearlyAll ? 0 : used < 0.9 ? 18 : 20
    if (times < 1) return scarce
    const noisy = source ? (this.sources.get(await this.nameOf(source)) ?? 0) > quiet : false
    const dear = (times <= 4 ? 16 : times <= 16 ? 18 : 20) + (noisy ? 2 : 0)
    return Math.max(dear, scarce)
  }

  /** Counts one request that was stored, or one answer, whether it was stored or not. */
  async count(source: string | undefined, now: number): Promise<void> {
    this.turn(now)
    this.all++
    if (!source) return
    const name = await this.nameOf(source)
    this.sources.set(name, (this.sources.get(name) ?? 0) + 1)
    const [oldest] = this.sources.keys()
    if (this.sources.size > mostSources && oldest) this.sources.delete(oldest)
  }

  private async nameOf(source: string): Promise<string> {
    const address = new TextEncoder().encode(network(source))
    return toText(sha256(new Uint8Array([...this.key, ...address])))
  }

  private turn(now: number): void {
    const hour = Math.floor(now / 3_600_000)
    const at = Math.floor(now / window)
    if (at !== this.windowAt) {
      this.windowAt = at
      // Drawn anew, so that nobody can count from outside whether someone else has sent.
      this.limit = this.calm * (1 + Math.random())
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
