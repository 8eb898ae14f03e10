// [error] a power that is no number, as the result of a rule | must be answered within a second
return (-8.5) ** 0.5
