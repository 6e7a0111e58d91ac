package dev.verbatim.telegram.update;

import static dev.verbatim.property.PropertyCheck.assume;
import static dev.verbatim.property.PropertyCheck.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.verbatim.property.RandomSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.api.objects.Update;

/// Whatever Telegram, or somebody in its place, may send.
class UpdateDecoderPropertiesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final BotIdentity ME = new BotIdentity(1, "a_bot", false, true, false);
    private static final UpdateDecoder DECODER = new UpdateDecoder(ME);

    private static final List<String> TEXTS =
            List.of("@a_bot", " ", "who?", "/ask", "😀", "@b_bot", ",", "@A_BOT", "\n", "/etc/x");

    private static final List<String> SEEDS =
            List.of(
                    """
                    {"update_id": 1, "message": {"message_id": 5, "date": 1, "edit_date": 2,
                     "from": {"id": 7, "is_bot": false, "first_name": "Ann"},
                     "sender_chat": {"id": -9, "type": "channel", "title": "C"},
                     "chat": {"id": -9, "type": "supergroup", "title": "G"},
                     "text": "@a_bot who said this?", "is_topic_message": true,
                     "message_thread_id": 3, "caption": "who?",
                     "entities": [{"type": "mention", "offset": 0, "length": 6}],
                     "caption_entities": [{"type": "text_mention", "offset": 0, "length": 2,
                                           "user": {"id": 1, "is_bot": true, "first_name": "B"}}],
                     "document": {"file_id": "f", "file_unique_id": "u", "file_name": "a.md"},
                     "reply_to_message": {"message_id": 4, "date": 1, "text": "Who came?",
                      "from": {"id": 1, "is_bot": true, "first_name": "B"},
                      "chat": {"id": -9, "type": "supergroup", "title": "G"}}}}
                    """,
                    """
                    {"update_id": 1, "edited_message": {"message_id": 5, "date": 1, "edit_date": 2,
                     "from": {"id": 7, "is_bot": false, "first_name": "Ann"},
                     "chat": {"id": 7, "type": "private"}, "text": "/ask@a_bot who said this?"}}
                    """,
                    """
                    {"update_id": 1, "callback_query": {"id": "q", "chat_instance": "1",
                     "data": "articles 3", "from": {"id": 7, "is_bot": false, "first_name": "Ann"},
                     "message": {"message_id": 5, "date": 1, "text": "x",
                      "chat": {"id": 7, "type": "private"}}}}
                    """,
                    """
                    {"update_id": 1, "inline_query": {"id": "q", "query": "who", "offset": "",
                     "from": {"id": 7, "is_bot": false, "first_name": "Ann"}}}
                    """,
                    """
                    {"update_id": 1, "my_chat_member": {"date": 1,
                     "chat": {"id": -9, "type": "group", "title": "G"},
                     "from": {"id": 7, "is_bot": false, "first_name": "Ann"},
                     "old_chat_member": {"status": "left",
                      "user": {"id": 1, "is_bot": true, "first_name": "B"}},
                     "new_chat_member": {"status": "member",
                      "user": {"id": 1, "is_bot": true, "first_name": "B"}}}}
                    """);

    @Test
    void decodesEverythingThatCanBeRead() {
        forAll(
                3000,
                UpdateDecoderPropertiesTest::mutations,
                update -> {
                    Optional<Update> read = read(update);
                    assume(read.isPresent());

                    assertDecodes(read.get());
                });
    }

    static void assertDecodes(Update update) {
        assertThatCode(() -> DECODER.decode(update)).doesNotThrowAnyException();
        assertThatCode(() -> new UpdateDecoder(BotIdentity.UNKNOWN).decode(update))
                .doesNotThrowAnyException();
        assertThatCode(() -> GroupPostDecoder.decode(update)).doesNotThrowAnyException();
    }

    @Test
    void groupTextIsAQuestionOnlyIfAddressed() {
        forAll(
                UpdateDecoderPropertiesTest::texts,
                UpdateDecoderPropertiesTest::entities,
                (text, entities) -> {
                    Incoming incoming = DECODER.decode(inGroup(text, entities));

                    boolean named =
                            entities.stream().allMatch(entity -> lies(entity, text))
                                    && entities.stream().anyMatch(entity -> names(entity, text));
                    assume(!text.strip().startsWith("/"));
                    assertThat(incoming instanceof Incoming.Ignored)
                            .isEqualTo(text.isBlank() || !named);
                });
    }

    @Test
    void questionIsPartOfTheMessage() {
        forAll(
                UpdateDecoderPropertiesTest::texts,
                UpdateDecoderPropertiesTest::entities,
                (text, entities) -> {
                    if (DECODER.decode(inGroup(text, entities)) instanceof Incoming.Asked asked) {
                        assertThat(text.chars().boxed().toList())
                                .containsSubsequence(asked.text().chars().boxed().toList());
                    }
                });
    }

    static JsonNode mutations(RandomSource random) {
        return mutated(random.oneOf(SEEDS), random.anyLong(), random.between(1, 4));
    }

    private static String texts(RandomSource random) {
        return String.join("", random.list(0, 8, source -> source.oneOf(TEXTS)));
    }

    private static List<ObjectNode> entities(RandomSource random) {
        return random.list(
                0,
                4,
                source ->
                        entity(
                                source.oneOf("mention", "bold", "url"),
                                source.between(-1, 20),
                                source.oneOf(0, 1, 6, 7, Integer.MAX_VALUE)));
    }

    private static ObjectNode entity(String type, int offset, int length) {
        return JSON.createObjectNode()
                .put("type", type)
                .put("offset", offset)
                .put("length", length);
    }

    private static boolean lies(ObjectNode entity, String text) {
        int start = entity.get("offset").intValue();
        int length = entity.get("length").intValue();
        return start >= 0 && length <= text.length() - start;
    }

    private static boolean names(ObjectNode entity, String text) {
        int start = entity.get("offset").intValue();
        int end = start + entity.get("length").intValue();
        return entity.get("type").textValue().equals("mention")
                && text.substring(start, end).equalsIgnoreCase("@a_bot");
    }

    private static Update inGroup(String text, List<ObjectNode> entities)
            throws JsonProcessingException {
        ObjectNode update = JSON.createObjectNode().put("update_id", 1);
        ObjectNode message = update.putObject("message").put("message_id", 5).put("date", 1);
        message.putObject("from").put("id", 7).put("is_bot", false).put("first_name", "Ann");
        message.putObject("chat").put("id", -9).put("type", "supergroup").put("title", "G");
        message.put("text", text).putArray("entities").addAll(entities);
        return JSON.treeToValue(update, Update.class);
    }

    private static JsonNode mutated(String seed, long choice, int times) {
        try {
            JsonNode update = JSON.readTree(seed);
            var random = new Random(choice);
            for (int i = 0; i < times; i++) {
                mutate(update, random);
            }
            return update;
        } catch (JsonProcessingException e) {
            throw new AssertionError(seed, e);
        }
    }

    private static void mutate(JsonNode update, Random random) {
        List<ObjectNode> objects = new ArrayList<>();
        collect(update, objects);
        ObjectNode object = objects.get(random.nextInt(objects.size()));
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        if (!names.isEmpty()) {
            String name = names.get(random.nextInt(names.size()));
            replace(object, name, random);
        }
    }

    private static void replace(ObjectNode object, String name, Random random) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        switch (random.nextInt(6)) {
            case 0 -> object.remove(name);
            case 1 -> object.set(name, nodes.nullNode());
            case 2 -> object.set(name, nodes.numberNode(random.nextInt()));
            case 3 -> object.set(name, nodes.textNode("\uD83D/@a_bot"));
            case 4 -> object.set(name, nodes.booleanNode(random.nextBoolean()));
            default -> object.set(name, nodes.objectNode());
        }
    }

    private static void collect(JsonNode node, List<ObjectNode> into) {
        if (node instanceof ObjectNode object) {
            into.add(object);
        }
        if (node instanceof ObjectNode || node instanceof ArrayNode) {
            node.forEach(child -> collect(child, into));
        }
    }

    static Optional<Update> read(JsonNode update) {
        try {
            return Optional.of(JSON.treeToValue(update, Update.class));
        } catch (JsonProcessingException | RuntimeException e) {
            return Optional.empty(); // what can't be read is parked before anybody decodes it
        }
    }
}
