package com.example.orders;

import reactor.core.publisher.Mono;

/** Another service, which takes its time. */
interface Orders {
    Mono<String> status(String order);
}
