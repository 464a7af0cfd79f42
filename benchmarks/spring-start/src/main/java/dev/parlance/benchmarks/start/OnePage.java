package dev.parlance.benchmarks.start;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Starts and stops. */
@SpringBootApplication
@RestController
public class OnePage {
    /** Starts and stops. */
    public static void main(String[] arguments) {
        SpringApplication.run(OnePage.class, arguments).close();
    }

    @GetMapping("/")
    String page() {
        return "hello";
    }
}
