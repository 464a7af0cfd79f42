package dev.parlance.fake.twilio.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parlance.fake.twilio.voice.CallQueues;
import dev.parlance.fake.twilio.voice.Telephony;
import dev.parlance.fake.twilio.world.ApiError;
import dev.parlance.fake.twilio.world.Resource;
import dev.parlance.fake.twilio.world.Shelf;
import dev.parlance.fake.twilio.world.World;
import java.util.Map;
import java.util.Optional;

/** Queues and the callers in them. */
final class QueuesApi {
    private static final String QUEUES = "/2010-04-01/Accounts/{account_sid}/Queues";
    private static final String FRONT = "Front";

    private final World world;
    private final CallQueues queues;

    QueuesApi(World world, Telephony telephony) {
        this.world = world;
        this.queues = telephony.queues();
    }

    void routes(Routes routes) {
        Shelf all = world.owned().queues();
        new Collection(world, routes, all, QUEUES, Map.of())
                .with(this::showSize)
                .lists()
                .fetches()
                .creates(this::create)
                .updates(this::update)
                .deletes(queues::checkDeletion);
        new Collection(
                        world,
                        routes,
                        world.owned().members(),
                        QUEUES + "/{queue_sid}/Members",
                        Map.of("queue_sid", all))
                .with(this::showPosition)
                .alsoKnownAs(this::front)
                .oldestFirst()
                .lists()
                .fetches()
                .updates((member, exchange) ->
                        queues.dequeue(member, CallOrders.hook(exchange).orElseThrow()));
    }

    private Resource create(Exchange exchange) {
        checkSize(exchange);
        Resource queue = queues.create(exchange.account(), exchange.form("FriendlyName"));
        Fields.set(queue, exchange);
        return queue;
    }

    private void update(Resource queue, Exchange exchange) {
        checkSize(exchange);
        exchange.form()
                .nonEmpty("FriendlyName")
                .filter(name -> !queue.is("friendly_name", name))
                .ifPresent(name -> queues.checkName(exchange.account(), name));
        Fields.set(queue, exchange);
    }

    private static void checkSize(Exchange exchange) {
        Optional<String> size = exchange.form().nonEmpty("MaxSize");
        if (size.isPresent() && !size.get().matches("[1-9]\\d{0,2}|[1-4]\\d{3}|5000")) {
            throw ApiError.badRequest(20001, "MaxSize must be between 1 and 5000: " + size.get());
        }
    }

    private void showSize(Resource queue, ObjectNode json) {
        json.put("current_size", queues.members(queue).size());
        json.put("average_wait_time", queues.averageWait(queue));
    }

    private void showPosition(Resource member, ObjectNode json) {
        world.owned()
                .queues()
                .find(member.text("queue_sid"))
                .map(queues::members)
                .filter(members -> members.contains(member))
                .ifPresent(members -> json.put("position", members.indexOf(member) + 1));
        json.put("wait_time", queues.waitOf(member));
    }

    private Optional<String> front(String key, Exchange exchange) {
        return Optional.of(exchange.name("queue_sid"))
                .filter(sid -> key.equals(FRONT))
                .flatMap(world.owned().queues()::find)
                .flatMap(queue -> queues.members(queue).stream().findFirst())
                .map(Resource::sid);
    }
}
