// [cpu] a long text taken for a date again and again | must be stopped at run with a limit error
def t = '2' * 1000000
while (true) { try { t as LocalDate } catch (Exception e) { } }
