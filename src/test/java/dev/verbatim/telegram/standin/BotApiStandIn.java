package dev.verbatim.telegram.standin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The server. People write to the bot with [#write] and press with [#press]; what the bot has
/// called is in [#calls]; faults are put in its way with [#next] and [#always].
public final class BotApiStandIn implements AutoCloseable {

    private final JsonMapper json = JsonMapper.builder().build();
    private final String token;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Updates updates = new Updates();
    private final Groups groups = new Groups(json);
    private final Messages messages = new Messages(json, groups);
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Map<String, Queue<Fault>> faults = new ConcurrentHashMap<>();
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final Queue<Meant> meant = new ConcurrentLinkedQueue<>();
    private volatile BiConsumer<Long, String> listening = (_, _) -> {};
    private volatile @Nullable Fault standing;
    private volatile boolean pollsOnly;
    private volatile boolean inline = true;

    /// A server on a free port of this machine.
    public BotApiStandIn(String token) throws IOException {
        this(token, 0);
    }

    /// A server on a port, which may be one where another has just been closed.
    public BotApiStandIn(String token, int port) throws IOException {
        this.token = token;
        server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /// Without a slash at the end.
    public String address() {
        return "http://127.0.0.1:" + port();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /// Somebody writes; the chat has the person's number. Returns the message's number.
    public int write(long person, String text) {
        return send(person, json.createObjectNode().put("text", text));
    }

    /// Somebody replies to a message of the bot's.
    public int reply(long person, int toMessage, String text) {
        ObjectNode content = json.createObjectNode().put("text", text);
        ObjectNode target = Objects.requireNonNull(messages.find(toMessage)).deepCopy();
        target.putObject("from").put("id", 1).put("is_bot", true).put("first_name", "Bot");
        content.set("reply_to_message", target);
        return send(person, content);
    }

    /// Somebody types behind the bot's name.
    public void type(long person, String query, String offset) {
        ObjectNode update = json.createObjectNode();
        ObjectNode typed =
                update.putObject("inline_query")
                        .put("id", "inline-" + query.length())
                        .put("query", query)
                        .put("offset", offset);
        typed.putObject("from")
                .put("id", person)
                .put("is_bot", false)
                .put("first_name", "Ann")
                .put("language_code", "en");
        updates.add(update);
    }

    /// As if its owner had switched off that it is asked in other chats.
    public void withoutInlineMode() {
        inline = false;
    }

    /// Somebody sends a file. Returns the message's number.
    public int upload(long person, String name, byte[] bytes) {
        String fileId = "file-" + files.size();
        files.put(fileId, bytes);
        ObjectNode content = json.createObjectNode();
        content.putObject("document")
                .put("file_id", fileId)
                .put("file_unique_id", fileId)
                .put("file_name", name)
                .put("file_size", bytes.length);
        return send(person, content);
    }

    /// Somebody sends a file into a group. Returns the message's number.
    public int upload(long chatId, long person, byte[] bytes, String caption) {
        String fileId = "file-" + files.size();
        files.put(fileId, bytes);
        ObjectNode content = json.createObjectNode().put("caption", caption);
        content.putObject("document")
                .put("file_id", fileId)
                .put("file_unique_id", fileId)
                .put("file_name", "result.json")
                .put("file_size", bytes.length);
        ObjectNode message = messages.fromPerson(chatId, person, content);
        ObjectNode update = json.createObjectNode();
        update.set("message", message.deepCopy());
        updates.add(update);
        return message.path("message_id").asInt();
    }

    /// As if nobody had ever sent a file.
    public void loseFiles() {
        files.clear();
    }

    /// Somebody passes on what somebody else wrote. Returns the message's number.
    public int forward(long person, String text) {
        ObjectNode content = json.createObjectNode().put("text", text);
        content.putObject("forward_origin")
                .put("type", "hidden_user")
                .put("date", 1767225600)
                .put("sender_user_name", "Ben");
        return send(person, content);
    }

    /// Somebody sends a message with this content, such as `{"sticker": {…}}`.
    public int send(long person, String content) {
        return send(person, (ObjectNode) json.readTree(content));
    }

    /// There is a group that the bot is a member of.
    public void group(long chatId, String title, long... admins) {
        groups.add(chatId, title, admins);
    }

    /// Switches the bot's privacy mode, which is on at first: with it, of a group only commands and
    /// replies to the bot reach it.
    public void privacyMode(boolean on) {
        groups.botReadsAll = !on;
    }

    /// Somebody writes in a group. Returns the message's number.
    public int write(long chatId, long person, String text) {
        return say(chatId, person, text, json.createObjectNode());
    }

    /// Somebody replies in a group.
    public int reply(long chatId, long person, int to, String text) {
        ObjectNode content = json.createObjectNode();
        content.set("reply_to_message", messages.quoted(to));
        return say(chatId, person, text, content);
    }

    /// Somebody writes in a group, with more about the message, such as `{"message_thread_id": 3}`.
    public int write(long chatId, long person, String text, String more) {
        return say(chatId, person, text, (ObjectNode) json.readTree(more));
    }

    /// Somebody changes a message, so long after having written it.
    public void edit(int messageId, String text, int secondsLater) {
        ObjectNode update = json.createObjectNode();
        ObjectNode message = messages.rewrite(messageId, text, secondsLater);
        if (groups.reachesTheBot(message)) {
            update.set("edited_message", message.deepCopy());
            updates.add(update);
        }
    }

    /// Somebody takes the bot into a group.
    public void takeIn(long chatId, long person) {
        updates.add(groups.membership(chatId, person, "left", "member"));
    }

    /// Somebody throws the bot out of a group.
    public void throwOut(long chatId, long person) {
        updates.add(groups.membership(chatId, person, "member", "kicked"));
    }

    private int say(long chatId, long person, String text, ObjectNode content) {
        content.put("text", text).set("entities", groups.mentions(text));
        ObjectNode message = messages.fromPerson(chatId, person, content);
        if (groups.reachesTheBot(message)) {
            ObjectNode update = json.createObjectNode();
            update.set("message", message.deepCopy());
            updates.add(update);
        }
        return message.path("message_id").asInt();
    }

    /// An update as it comes over the wire; its number is put in. Returns the number.
    public int deliver(String update) {
        return updates.add((ObjectNode) json.readTree(update));
    }

    /// Somebody presses a button of a message of the bot's.
    public void press(long person, int messageId, String data) {
        ObjectNode update = json.createObjectNode();
        ObjectNode query =
                update.putObject("callback_query")
                        .put("id", "query-" + messageId)
                        .put("chat_instance", "1")
                        .put("data", data);
        query.putObject("from")
                .put("id", person)
                .put("is_bot", false)
                .put("first_name", "Ann")
                .put("language_code", "en");
        query.set("message", Objects.requireNonNull(messages.find(messageId)).deepCopy());
        updates.add(update);
    }

    /// The message as it stands now.
    public JsonNode message(int messageId) {
        return Objects.requireNonNull(messages.find(messageId));
    }

    /// The first button under a message that has these words in its label, if one has.
    public @Nullable JsonNode button(int messageId, String words) {
        for (JsonNode row : message(messageId).at("/reply_markup/inline_keyboard")) {
            for (JsonNode button : row) {
                if (button.path("text").asString().contains(words)) {
                    return button;
                }
            }
        }
        return null;
    }

    /// The last message of the bot's; 0 before the first.
    public int lastMessage() {
        return messages.lastOfBot();
    }

    public void delete(int messageId) {
        messages.delete(messageId);
    }

    /// These faults meet the next calls of a method, one each.
    public void next(String method, Fault... theirs) {
        queue(method).addAll(List.of(theirs));
    }

    /// This fault meets the next such call of a method.
    public void when(String method, Predicate<Call> such, Fault theirs) {
        meant.add(new Meant(lower(method), such, theirs));
    }

    private record Meant(String method, Predicate<Call> such, Fault fault) {}

    /// This fault meets every call from now on, until [#heal].
    public void always(Fault fault) {
        pollsOnly = false;
        standing = fault;
    }

    /// This fault meets every poll from now on, until [#heal].
    public void alwaysOnPolls(Fault fault) {
        pollsOnly = true;
        standing = fault;
    }

    public void heal() {
        standing = null;
    }

    /// The updates that no poll has confirmed yet.
    public int unconfirmed() {
        return updates.size();
    }

    public List<Call> calls() {
        return List.copyOf(calls);
    }

    /// The calls of one method, in the order they came.
    public List<Call> calls(String method) {
        return calls.stream().filter(call -> call.method().equals(lower(method))).toList();
    }

    /// What the bot tried to send into a chat.
    public List<Call> sentTo(long chatId) {
        return calls("sendMessage").stream().filter(call -> call.chatId() == chatId).toList();
    }

    /// Is told of every message the bot has got into a chat: the chat and the text.
    public void onMessage(BiConsumer<Long, String> listener) {
        listening = listener;
    }

    /// The texts that the bot has got into a chat, in the order they came.
    public List<String> textsIn(long chatId) {
        return messages.textsOfBot(chatId);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private int send(long person, ObjectNode content) {
        ObjectNode message = messages.fromPerson(person, content);
        ObjectNode update = json.createObjectNode();
        update.set("message", message.deepCopy());
        updates.add(update);
        return message.path("message_id").asInt();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String[] path = exchange.getRequestURI().getPath().split("/", -1);
            String method = isFile(path) ? "file" : lower(path[path.length - 1]);
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var call = new Call(method, json.readTree(body.startsWith("{") ? body : "{}"));
            calls.add(call);
            meet(exchange, call, path);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void meet(HttpExchange exchange, Call call, String[] path)
            throws IOException, InterruptedException {
        switch (fault(call)) {
            case null -> respond(exchange, call, path);
            case Fault.Slow(var by) -> {
                Thread.sleep(by);
                respond(exchange, call, path);
            }
            case Fault.Refused(var code, var description, var parameters) ->
                    refuse(exchange, new Refusal(code, description, parameters));
            case Fault.Page(var status, var type, var page) -> write(exchange, status, type, page);
            case Fault.Reset() -> {}
            case Fault.Meanwhile(var accepted, var event) -> {
                if (accepted) {
                    accept(call);
                }
                event.run();
            }
        }
    }

    private void accept(Call call) throws InterruptedException {
        try {
            result(call);
        } catch (Refusal refusal) {
            throw new IllegalStateException(refusal);
        }
    }

    private @Nullable Fault fault(Call call) {
        var concerned =
                meant.stream()
                        .filter(one -> one.method.equals(call.method()) && one.such.test(call))
                        .findFirst();
        return concerned
                .filter(meant::remove)
                .map(Meant::fault)
                .orElseGet(() -> fault(call.method()));
    }

    private @Nullable Fault fault(String method) {
        Fault next = queue(method).poll();
        boolean concerned = !pollsOnly || method.equals("getupdates");
        return next != null ? next : concerned ? standing : null;
    }

    private void respond(HttpExchange exchange, Call call, String[] path)
            throws IOException, InterruptedException {
        try {
            if (isFile(path)) {
                give(exchange, path);
                return;
            }
            if (path.length < 2 || !path[path.length - 2].equals("bot" + token)) {
                throw new Refusal(401, "Unauthorized", Map.of());
            }
            ObjectNode response = json.createObjectNode().put("ok", true);
            response.set("result", json.valueToTree(result(call)));
            write(exchange, 200, "application/json", response.toString());
        } catch (Refusal refusal) {
            refuse(exchange, refusal);
        }
    }

    private static boolean isFile(String[] path) {
        return path.length == 5 && path[1].equals("file");
    }

    private void give(HttpExchange exchange, String[] path) throws IOException, Refusal {
        byte[] bytes = files.get(path[4]);
        if (!path[2].equals("bot" + token) || bytes == null) {
            throw new Refusal(404, "Not Found", Map.of());
        }
        write(exchange, 200, "application/octet-stream", bytes);
    }

    private Object file(Call call) throws Refusal {
        String fileId = call.body().path("file_id").asString("");
        byte[] bytes = files.get(fileId);
        if (bytes == null) {
            throw Refusal.badRequest("wrong file_id or the file is temporarily unavailable");
        }
        if (bytes.length > 20_000_000) {
            throw Refusal.badRequest("file is too big");
        }
        return Map.of(
                "file_id",
                fileId,
                "file_unique_id",
                fileId,
                "file_size",
                bytes.length,
                "file_path",
                "documents/" + fileId);
    }

    private Object result(Call call) throws Refusal, InterruptedException {
        return switch (call.method()) {
            case "getme" -> groups.me().put("supports_inline_queries", inline);
            case "getchatmember" ->
                    groups.member(call.chatId(), call.body().path("user_id").asLong());
            case "getchat" -> groups.full(call.chatId());
            case "answerinlinequery" -> {
                Checks.offers(call.body());
                yield true;
            }
            case "getfile" -> file(call);
            case "getupdates" -> updates.poll(call.body());
            case "sendmessage" -> sent(call);
            case "senddocument" -> Map.of("message_id", 1, "date", 1);
            case "editmessagetext" -> messages.edit(call.body());
            case "deletewebhook",
                    "setwebhook",
                    "answercallbackquery",
                    "sendchataction",
                    "setmycommands",
                    "setmydescription",
                    "setmyshortdescription" ->
                    true;
            default -> throw new Refusal(404, "Not Found: method not found", Map.of());
        };
    }

    private ObjectNode sent(Call call) throws Refusal {
        ObjectNode message = messages.fromBot(call.body());
        listening.accept(call.chatId(), call.text());
        return message;
    }

    private void refuse(HttpExchange exchange, Refusal refusal) throws IOException {
        ObjectNode response =
                json.createObjectNode()
                        .put("ok", false)
                        .put("error_code", refusal.code)
                        .put("description", refusal.description);
        if (!refusal.parameters.isEmpty()) {
            response.set("parameters", json.valueToTree(refusal.parameters));
        }
        write(exchange, refusal.code, "application/json", response.toString());
    }

    private static void write(HttpExchange exchange, int status, String type, String body)
            throws IOException {
        write(exchange, status, type, body.getBytes(StandardCharsets.UTF_8));
    }

    private static void write(HttpExchange exchange, int status, String type, byte[] bytes)
            throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private Queue<Fault> queue(String method) {
        return faults.computeIfAbsent(lower(method), _ -> new ConcurrentLinkedQueue<>());
    }

    private static String lower(String method) {
        return method.toLowerCase(Locale.ROOT);
    }
}
