// Fields, and what is wrong with their values.

export const fieldErrors = {
  number: "Enter a number.",
  decimals: (count: number) => (count === 0 ? "Enter a whole number." : `At most ${count} decimals.`),
  required: "This field is required.",
  email: "Enter a mail address, such as name@example.com.",
  url: "Enter an address that starts with https:// or http://.",
  tooLong: (count: number) => `At most ${count} characters.`,
};

export const fieldTypes = {
  id: ["Id", "The identity of a record"],
  text: ["Text", "One line of text"],
  longText: ["Long text", "Several lines of text"],
  number: ["Number", "Whole or decimal, exact"],
  currency: ["Currency", "An amount of money"],
  percent: ["Percent", "12.5 means 12.5 %"],
  date: ["Date", "A calendar day"],
  dateTime: ["Date and time", "A moment, shown in each person's time zone"],
  boolean: ["Checkbox", "Yes or no"],
  picklist: ["Picklist", "One of a list of values"],
  multiPicklist: ["Multi picklist", "Any of a list of values"],
  email: ["Email", "A mail address"],
  phone: ["Phone", "A telephone number"],
  url: ["Web address", "A link"],
  autoNumber: ["Auto number", "Counted by Kith, never reused"],
  lookup: ["Lookup", "Points to a record of another object"],
  masterDetail: ["Part of", "Belongs to a record, deleted with it"],
  manyToMany: ["Many to many", "Links to any number of records"],
};
