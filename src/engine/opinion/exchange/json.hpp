#pragma once

#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>

namespace medskapa::opinion::exchange {

/// Writes one JSON text straight to a stream, so that a map of a million participants needs no tree in
/// memory. Keys stand in the order in which they are written; a number reads back to the same double; what is
/// not finite is null.
class JsonWriter {
public:
    explicit JsonWriter(std::ostream& out) : out_{out} {}

    void open_object() { open('{'); }
    void open_array() { open('['); }
    void close_object() { close('}'); }
    void close_array() { close(']'); }

    JsonWriter& key(std::string_view);
    JsonWriter& key(std::int64_t);
    void value(double);
    void value(std::int64_t);
    void value(bool);
    void value(std::string_view);
    /// Or a literal would be a truth.
    void value(const char* text) { value(std::string_view{text}); }
    void null();

private:
    void open(char);
    void close(char);
    void separate();

    std::ostream& out_;
    bool needs_comma_ = false;
};

}  // namespace medskapa::opinion::exchange
