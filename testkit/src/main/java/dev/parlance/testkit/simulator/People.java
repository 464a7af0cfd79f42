package dev.parlance.testkit.simulator;

import dev.parlance.Address;
import dev.parlance.testkit.log.Signal;
import dev.parlance.testkit.world.World;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

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

    /**
     * The names of all by their numbers, in the order in which they came.
     *
     * @param texted whoever has written, or was written to
     */
    synchronized Map<String, String> all(Set<String> texted) {
        texted.forEach(this::meet);
        world.log().signals().stream()
                .map(Signal::from)
                .filter(party -> party.startsWith("client:"))
                .forEach(this::meet);
        world.owned()
                .calls()
                .oldestFirst()
                .forEach(call -> meet(call.text(call.is("direction", "inbound") ? "from" : "to")));
        return new LinkedHashMap<>(names);
    }

    private void meet(String number) {
        names.putIfAbsent(number, "");
    }
}
