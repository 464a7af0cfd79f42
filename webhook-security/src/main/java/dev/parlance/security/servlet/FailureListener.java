package dev.parlance.security.servlet;

import dev.parlance.security.Checked;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletResponse;

/** Reports an asynchronous request that could not be answered. */
record FailureListener(Checked checked, HttpServletResponse response) implements AsyncListener {
    @Override
    public void onComplete(AsyncEvent event) {
        if (response.getStatus() >= 500) {
            checked.failed();
        }
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        checked.failed();
    }

    @Override
    public void onError(AsyncEvent event) {
        checked.failed();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        event.getAsyncContext().addListener(this);
    }
}
