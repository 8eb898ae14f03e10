// ranges of nothing, backwards and of whole decimals | must return [] [3, 2, 1] [1, 2] 123 bc
def list = [1, 2, 3]
return "${list[0..<0]} ${list[-1..0]} ${list[0..<2]} ${(1.0..3.0).join('')} ${'abc'[1..-1]}"
