package com.example.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parlance.prompt.MediaFile;
import dev.parlance.survey.Surveys;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

/** The files of the survey "coffee", as an application serves them. */
record SurveyFiles(URI application, Surveys surveys) {
    /** Checks that a request without signature and login gets a file, whole or in part. */
    void areServed() throws Exception {
        MediaFile cup = surveys.survey().prompts().mediaFiles().get("cup.gif");
        String path = "/surveys/coffee/media/cup-" + cup.sha256() + ".gif";

        HttpResponse<byte[]> whole = get(path, "GET");
        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.body()).isEqualTo(cup.content().orElseThrow());
        assertThat(whole.headers().firstValue("Content-Type")).hasValue("image/gif");
        assertThat(whole.headers().firstValue("Cache-Control")).hasValue("public, max-age=31536000, immutable");
        assertThat(get(path, "GET", "Range", "bytes=0-2").body()).asString().isEqualTo("GIF");
        assertThat(get(path, "GET", "If-None-Match", "\"" + cup.sha256() + "\"").statusCode())
                .isEqualTo(304);
        assertThat(get(path, "HEAD").statusCode()).isEqualTo(200);
        assertThat(get("/surveys/coffee/media/cup.gif", "GET").statusCode()).isEqualTo(404);
    }

    private HttpResponse<byte[]> get(String path, String method, String... headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(application + path)).method(method, BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
