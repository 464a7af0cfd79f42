package dev.parlance.account;

import static java.util.Objects.requireNonNull;

import com.twilio.http.HttpMethod;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.CallCreator;
import com.twilio.type.PhoneNumber;
import com.twilio.type.Twiml;
import dev.parlance.Address;
import dev.parlance.outbound.PhoneCall;
import dev.parlance.outbound.PhoneCall.Fetched;
import dev.parlance.outbound.PhoneCall.Given;
import dev.parlance.outbound.PhoneCall.MachineDetection;
import dev.parlance.outbound.Receipt;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Places calls. */
final class Calls {
    private static final List<String> EVENTS = List.of("initiated", "ringing", "answered", "completed");

    private Calls() {}

    static Receipt place(TwilioApi api, PhoneCall call, Optional<Address> accountNumber) {
        Address from = call.from()
                .or(() -> accountNumber)
                .orElseThrow(() -> AccountException.notSent("A call needs a number to call from: set"
                        + " TWILIO_PHONE_NUMBER, or set one in the PhoneCall"));
        CallCreator request = request(call, new PhoneNumber(from.value()));
        call.ringTimeout().ifPresent(time -> request.setTimeout(Math.toIntExact(Math.max(1, time.toSeconds()))));
        detectMachine(request, call);
        call.recordingCallback()
                .map(URI::toString)
                .ifPresent(url -> request.setRecord(true)
                        .setRecordingStatusCallback(url)
                        .setRecordingStatusCallbackMethod(HttpMethod.POST));
        call.statusCallback()
                .ifPresent(url -> request.setStatusCallback(url)
                        .setStatusCallbackMethod(HttpMethod.POST)
                        .setStatusCallbackEvent(EVENTS));
        return api.change("a call", client -> {
            Call placed = request.create(client);
            return new Receipt(requireNonNull(placed.getSid()), String.valueOf(placed.getStatus()));
        });
    }

    private static CallCreator request(PhoneCall call, PhoneNumber from) {
        PhoneNumber to = new PhoneNumber(call.to().value());
        if (call.instructions() instanceof Fetched fetched) {
            return Call.creator(to, from, fetched.url()).setMethod(HttpMethod.POST);
        }
        return Call.creator(to, from, new Twiml(((Given) call.instructions()).twiml()));
    }

    private static void detectMachine(CallCreator request, PhoneCall call) {
        if (call.machineDetection() == MachineDetection.OFF) {
            return;
        }
        request.setMachineDetection(call.machineDetection() == MachineDetection.EARLY ? "Enable" : "DetectMessageEnd");
        call.machineCallback()
                .ifPresent(url -> request.setAsyncAmd("true")
                        .setAsyncAmdStatusCallback(url)
                        .setAsyncAmdStatusCallbackMethod(HttpMethod.POST));
    }
}
