package dev.parlance.serverless;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.twilio.rest.serverless.v1.service.Asset;
import com.twilio.rest.serverless.v1.service.Function;
import com.twilio.rest.serverless.v1.service.function.functionversion.FunctionVersionContent;
import dev.parlance.account.FileUpload;
import dev.parlance.serverless.project.FileKind;
import dev.parlance.serverless.project.ProjectFile;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Twilio's API for functions, assets and their versions. */
record FilesApi(Requests requests) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The SIDs of a service's functions or assets by path. The path is also their name. */
    Map<String, String> owners(Service service, FileKind kind) {
        Map<String, String> owners = new LinkedHashMap<>();
        if (kind == FileKind.FUNCTION) {
            requests.list("the functions", Function.reader(service.sid()))
                    .forEach(function -> owners.putIfAbsent(function.getFriendlyName(), function.getSid()));
        } else {
            requests.list("the assets", Asset.reader(service.sid()))
                    .forEach(asset -> owners.putIfAbsent(asset.getFriendlyName(), asset.getSid()));
        }
        return owners;
    }

    String createOwner(Service service, FileKind kind, String path) {
        Supplier<String> request = kind == FileKind.FUNCTION
                ? () -> requests.change(
                        "a new function",
                        client -> Function.creator(service.sid(), path)
                                .create(client)
                                .getSid())
                : () -> requests.change(
                        "a new asset",
                        client -> Asset.creator(service.sid(), path)
                                .create(client)
                                .getSid());
        return requests.attempts()
                .create(request, () -> Optional.ofNullable(owners(service, kind).get(path)));
    }

    /** Uploads a version. A duplicate does no harm, since a build refers to its versions by SID. */
    DeployedFile upload(Service service, String owner, ProjectFile file) {
        String kind = file.kind() == FileKind.FUNCTION ? "Functions" : "Assets";
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("Path", file.path());
        fields.put("Visibility", file.visibility().toString());
        UploadVerification verification = UploadVerification.of(file);
        var content = new FileUpload.Content(file.name(), file.mediaType(), file.size(), verification::open);
        var upload = new FileUpload(
                "serverless-upload",
                "/v1/Services/" + service.sid() + "/" + kind + "/" + owner + "/Versions",
                fields,
                content);
        String version = requests.attempts().repeat(() -> requests.upload(upload, FilesApi::sid));
        verification.verify();
        return new DeployedFile(file.kind(), file.path(), file.visibility(), owner, version);
    }

    private static String sid(String json) {
        try {
            String sid = JSON.readTree(json).path("sid").asText();
            if (!sid.isEmpty()) {
                return sid;
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The response to an upload is not JSON", e);
        }
        throw new IllegalArgumentException("The response to an upload has no sid");
    }

    /** The source code of a function version. */
    String content(Environment environment, DeployedFile function) {
        return requests.read(
                "a function's text",
                client -> String.valueOf(
                        FunctionVersionContent.fetcher(environment.service(), function.sid(), function.version())
                                .fetch(client)
                                .getContent()));
    }
}
