package dev.verbatim.group.threads;

import dev.verbatim.group.ChatMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The threads of a chat. Every message is in exactly one, alone if need be.
public final class Threads {

    private final List<Link> links;
    private final List<List<ChatMessage>> all;
    private final Map<Long, List<ChatMessage>> threads = new HashMap<>();
    private final Map<Long, Link> linksById = new HashMap<>();
    private final Map<Long, List<ChatMessage>> answers = new HashMap<>();

    private Threads(List<Link> links, List<List<ChatMessage>> all) {
        this.links = links;
        this.all = all;
        for (List<ChatMessage> thread : all) {
            thread.forEach(message -> threads.put(message.id(), thread));
        }
        for (Link link : links) {
            linksById.put(link.message.id(), link);
            if (link.parent != null) {
                answers.computeIfAbsent(link.parent.id(), _ -> new ArrayList<>()).add(link.message);
            }
        }
    }

    /// Groups linked messages. Replies to the same missing message belong together, too.
    ///
    /// @param links of every message, in the order of the chat, none to a later message
    static Threads of(List<Link> links) {
        List<List<ChatMessage>> all = new ArrayList<>();
        Map<Place, List<ChatMessage>> byPlace = new HashMap<>();
        for (Link link : links) {
            List<ChatMessage> thread = byPlace.get(link.answered());
            if (thread == null) {
                thread = new ArrayList<>();
                all.add(thread);
            }
            thread.add(link.message);
            byPlace.putIfAbsent(link.answered(), thread);
            byPlace.put(link.place(link.message.id()), thread);
        }
        return new Threads(List.copyOf(links), all.stream().map(List::copyOf).toList());
    }

    /// The same, without the links that are less sure.
    ///
    /// @param sureness how probable it must be, from 0 to 1, that a message belongs to its thread
    public Threads asSureAs(double sureness) {
        return of(links.stream().map(link -> link.ifAsSureAs(sureness)).toList());
    }

    /// The threads, in the order of their first messages; the messages of each in the order of the
    /// chat.
    public List<List<ChatMessage>> all() {
        return all;
    }

    /// What every message answers, in the order of the chat.
    public List<Link> links() {
        return links;
    }

    /// The thread that a message is in.
    public List<ChatMessage> threadOf(ChatMessage message) {
        return known(threads.get(message.id()), message);
    }

    /// What a message answers.
    public Link link(ChatMessage message) {
        return known(linksById.get(message.id()), message);
    }

    /// The messages that answer this one, oldest first.
    public List<ChatMessage> answersTo(ChatMessage message) {
        return List.copyOf(answers.getOrDefault(message.id(), List.of()));
    }

    private static <T> T known(@Nullable T found, ChatMessage message) {
        if (found == null) {
            throw new IllegalArgumentException(
                    "message " + message.id() + " isn't one of those that were untangled");
        }
        return found;
    }

    /// What a message answers.
    ///
    /// @param parent missing when it starts a thread, and when what it answers isn't there
    /// @param certain whether it is an explicit reply; otherwise it is a guess
    /// @param probability that it belongs to the thread of its parent: 1 for a reply, 0 when it
    ///   starts a thread
    public record Link(
            ChatMessage message,
            @Nullable ChatMessage parent,
            boolean certain,
            double probability) {

        private Link ifAsSureAs(double sureness) {
            return certain || probability >= sureness ? this : new Link(message, null, false, 0);
        }

        private Place answered() {
            if (parent != null) {
                return place(parent.id());
            }
            return place(certain && message.replyTo() != null ? message.replyTo() : message.id());
        }

        private Place place(long id) {
            return new Place(message.topic(), id);
        }
    }

    private record Place(long topic, long id) {}
}
