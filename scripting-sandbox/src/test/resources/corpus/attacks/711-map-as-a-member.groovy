// [coercion] a map as one of the records | per batch | must be rejected at compile
records << ([name: 'forged', id: 'op-9'] as Opportunity)
