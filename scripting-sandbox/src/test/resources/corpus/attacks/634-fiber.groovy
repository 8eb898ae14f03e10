// [api] a virtual thread, whose allocation nobody counts | must be rejected at compile
Thread.startVirtualThread { while (true) {} }
