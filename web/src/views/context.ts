// What every view is given.

import type { Address } from "../address";
import type { Model, Source } from "../model";

export interface Context {
  model: Model;
  source: Source;
  address: Address;
  /** The hash of an address that differs from the present one as told; other fields are emptied but the filters. */
  link(change: Partial<Address>): string;
}
