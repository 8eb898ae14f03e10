// [reflection] the meter named as if it were woven in | must be rejected at compile
kith.script.meter.Meter.current().cancel()
