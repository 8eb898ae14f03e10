import { access } from "./en/access";
import { apiClients } from "./en/apiClients";
import { common, home, search, session, shell, states } from "./en/app";
import { audit } from "./en/audit";
import { fieldErrors, fieldTypes } from "./en/fields";
import { trial, why } from "./en/insight";
import { jobs } from "./en/jobs";
import { graphiql, operator } from "./en/operator";
import { bin, button, list, operators, periods, record, share } from "./en/records";
import { ruleLog } from "./en/ruleLog";
import { setup } from "./en/setup";

/** English; the shape that other languages follow. */
export const en = {
  access,
  common,
  states,
  session,
  shell,
  search,
  home,
  list,
  bin,
  button,
  operators,
  periods,
  record,
  share,
  fieldErrors,
  fieldTypes,
  setup,
  operator,
  graphiql,
  jobs,
  apiClients,
  audit,
  ruleLog,
  why,
  trial,
};

export type Messages = typeof en;
