// [records] the former state changed through a list | per batch | must be rejected at compile
for (r in records) { def l = [r.old, r]; for (x in l) { x.name = "changed" } }
