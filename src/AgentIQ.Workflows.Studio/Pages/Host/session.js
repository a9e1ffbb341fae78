// A session that ends while somebody works must cost them nothing: what got 401 waits here, and is sent again.

export class Session {
  #frame;
  #signIn;
  #renewal = null;
  #waiting = 0;
  #isStale = false;

  constructor(frame, signIn) {
    this.#frame = frame;
    this.#signIn = signIn;
  }

  /** Whether requests wait for a sign-in. */
  get isWaiting() {
    return this.#renewal !== null;
  }

  /** Sends again, after the person has signed in, until the answer is not 401. */
  async sendAgain(send, init) {
    this.#waiting++;
    try {
      // The designer gives up after 100 seconds; what it wanted to save is saved all the same.
      const { signal, ...patient } = init;
      let response;
      do {
        await this.#renewed();
        response = await send(patient);
      } while (response.status === 401);
      this.#isStale ||= signal?.aborted === true;
      return response;
    } finally {
      this.#waiting--;
      if (this.#waiting === 0 && this.#isStale) this.#frame.reload();
    }
  }

  /** Somebody has signed in. */
  renew() {
    this.#renewal?.resolve();
    this.#renewal = null;
  }

  #renewed() {
    if (this.#renewal === null) {
      this.#renewal = Promise.withResolvers();
      if (this.#frame.isInConsole) {
        this.#frame.tell("session-expired");
      } else {
        const back = location.pathname + location.search;
        location.assign(`${this.#signIn}?back=${encodeURIComponent(back)}`);
      }
    }

    return this.#renewal.promise;
  }
}
