package dev.parlance.testkit.simulator;

import dev.parlance.Address;
import dev.parlance.testkit.world.Resource;
import dev.parlance.testkit.world.World;
import java.util.LinkedHashMap;
import java.util.Map;

/** Who has a phone on the page: who was put there, and whoever the application texts or calls. */
final class People {
    private final World world;
    private final Map<String, String> names = new LinkedHashMap<>();

    People(World world, Map<String, String> names) {
        this.world = world;
        names.forEach(this::add);
    }

    synchronized void add(String number, String name) {
        Address.of(number);
        names.put(number, name);
        if (!name.isEmpty()) {
            world.handset(number).setName(name);
        }
    }

    /** The names of all by their numbers, in the order in which they came. */
    synchronized Map<String, String> all() {
        world.owned().messages().oldestFirst().forEach(this::meet);
        world.owned().calls().oldestFirst().forEach(this::meet);
        return new LinkedHashMap<>(names);
    }

    private void meet(Resource textOrCall) {
        String person = textOrCall.is("direction", "inbound") ? textOrCall.text("from") : textOrCall.text("to");
        names.putIfAbsent(person, "");
    }
}
