package dev.parlance.security.servlet;

import dev.parlance.security.CheckResult;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletResponse;

/** Reports an asynchronous request that could not be answered. */
record FailureListener(CheckResult checked, HttpServletResponse response) implements AsyncListener {
    @Override
    public void onComplete(AsyncEvent event) {
        if (response.getStatus() >= 500) {
            checked.handlerFailed();
        }
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        checked.handlerFailed();
    }

    @Override
    public void onError(AsyncEvent event) {
        checked.handlerFailed();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        event.getAsyncContext().addListener(this);
    }
}
