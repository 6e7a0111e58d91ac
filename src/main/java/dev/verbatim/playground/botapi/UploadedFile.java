package dev.verbatim.playground.botapi;

/// A file that a user or a bot sends.
public final class UploadedFile {

    private final String name;
    private final String type;
    private final byte[] content;

    /// The content isn't copied; nobody may change it.
    ///
    /// @param type such as `text/markdown`
    public UploadedFile(String name, String type, byte[] content) {
        this.name = name;
        this.type = type;
        this.content = content;
    }

    public String name() {
        return name;
    }

    public String type() {
        return type;
    }

    public byte[] content() {
        return content;
    }
}
