// [memory] errors on fields whose names are a million characters long | must be answered within a second
def big = 'x' * 1000000
for (int i = 0; i < 200; i++) { record.addError(big, 'm') }
