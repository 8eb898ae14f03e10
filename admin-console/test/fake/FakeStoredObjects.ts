import type { ObjectSize, RecordHome, StoredObject } from "@/api";
import type { FakeJobs } from "./FakeJobs.ts";
import { refuse, type Values } from "./refusal.ts";

const FIELDS = ["name", "status", "city", "placedAt"];

/** An object as it is kept here: with its size and the id of its last move. */
interface Kept extends Omit<StoredObject, "lastMove">, ObjectSize {
  readonly move?: string;
}

/** Where the records of the stand-in's workspaces are: the same for all of them. */
export class FakeStoredObjects {
  private objects: Kept[] = [
    { name: "Account", label: "Account", home: "SHARED", job: null, records: 12_000, bytes: 4_800_000, indexes: [] },
    {
      name: "Order",
      label: "Order",
      home: "DEDICATED",
      job: null,
      records: 830_000,
      bytes: 310_000_000,
      indexes: [["status", "placedAt"]],
    },
    { name: "User", label: "User", home: "SHARED", job: null, records: 9, bytes: 4_100, indexes: [] },
  ];
  private readonly jobs: FakeJobs;

  constructor(jobs: FakeJobs) {
    this.jobs = jobs;
  }

  private replace(name: string, change: Partial<Kept>): void {
    this.objects = this.objects.map((object) => (object.name === name ? { ...object, ...change } : object));
  }

  /** Ends the move of an object: its records are where they were to go. */
  arrive(name: string, home: RecordHome): void {
    this.replace(name, { job: null, home });
  }

  /** Ends the move of an object: its records stay where they were. */
  fail(name: string, problem: string): void {
    const job = this.objects.find((object) => object.name === name)?.job;
    if (job != null) this.jobs.fail(job, problem);
    this.replace(name, { job: null });
  }

  /** Answers a root field of the operator API. */
  answer(root: string, args: Values): unknown {
    switch (root) {
      case "storedObjects":
        return this.objects.map(({ move = "", ...object }) => ({ ...object, lastMove: this.jobs.find(move) }));
      case "moveObject": {
        const indexes = args.indexes as string[][];
        const unknown = indexes.flat().find((field) => !FIELDS.includes(field));
        if (unknown !== undefined) {
          refuse("INVALID", "MOVE_INDEX_REFUSED", `${args.object} has no field ${unknown}`, ["moveObject", "indexes"]);
        }
        const job = this.jobs.begin(String(args.tenant), "object.move", String(args.object));
        this.replace(String(args.object), { job: job.id, move: job.id, indexes });
        return job;
      }
      default:
        return refuse("INVALID", "UNKNOWN_FIELD", `No field ${root}.`);
    }
  }
}
