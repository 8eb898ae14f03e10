import type { FakeRecords } from "./FakeRecords.ts";

/** A few records of each object of the sample catalog. */
export function addSampleRecords(records: FakeRecords): void {
  const nancy = records.insert("User", { name: "Nancy Davolio", email: "nancy@northwind.localhost", active: true });
  records.insert("User", { name: "Andrew Fuller", email: "andrew@northwind.localhost", active: true });
  for (const [index, name] of [
    "Alfreds Futterkiste",
    "Around the Horn",
    "Berglunds snabbköp",
    "Ernst Handel",
  ].entries()) {
    const account = records.insert("Account", {
      name,
      industry: ["Retail", "Technology", "Finance", "Manufacturing"][index],
      revenue: ["1250000.50", "830000.00", null, "9100000.00"][index],
      employees: [120, 45, 8, 2100][index],
      website: `https://www.${name.split(" ")[0]?.toLowerCase()}.example.com`,
      phone: "+43 1 555 12 34",
      customerSince: `202${index}-03-0${index + 1}`,
      owner: nancy,
    });
    records.insert("Contact", {
      name: ["Maria Anders", "Thomas Hardy", "Christina Berglund", "Roland Mendel"][index],
      email: `contact${index}@example.com`,
      account,
      owner: nancy,
      interests: ["Product"],
      newsletter: index % 2 === 0,
      campaigns: [],
    });
    records.insert("Opportunity", {
      name: `${name} – expansion`,
      stage: ["Prospecting", "Qualified", "Proposal", "Won"][index],
      amount: `${(index + 1) * 12_500}.00`,
      probability: `${(index + 1) * 20}`,
      closeDate: "2026-12-31",
      number: `OPP-000${index + 1}`,
      account,
      owner: nancy,
    });
  }
  records.insert("Campaign", { name: "Autumn fair", startsOn: "2026-10-01", owner: nancy });
}
