/** A task or a resource that will reach a state at a simulated time. */
export interface Appointment {
  /** Simulated milliseconds since 1970. */
  at: number;
  /** `task`, or the name of the resource's kind. */
  kind: string;
  id: string | number;
  /** The state it will reach; `gone` when it will no longer exist. */
  to: string;
  /** The transition that it belongs to: a later one of the same task or resource cancels it. */
  change: number;
  /** Whether a fault has postponed it already. */
  late?: boolean;
}

/** Appointments by time; those with the same time in the order in which they were made. */
export class Agenda {
  constructor(private readonly appointments: Appointment[] = []) {}

  add(appointment: Appointment): void {
    let low = 0;
    let high = this.appointments.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.appointments[middle] as Appointment).at <= appointment.at) low = middle + 1;
      else high = middle;
    }
    this.appointments.splice(low, 0, appointment);
  }

  /** When the next appointment is due; undefined without one. */
  next(): number | undefined {
    return this.appointments[0]?.at;
  }

  /** Removes and returns the next appointment that is due at `now`. */
  takeDue(now: number): Appointment | undefined {
    const first = this.appointments[0];
    return first && first.at <= now ? this.appointments.shift() : undefined;
  }

  toJSON(): Appointment[] {
    return this.appointments;
  }
}
