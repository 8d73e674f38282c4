#include "engine/opinion/exchange/json.hpp"

#include <fmt/format.h>
#include <cmath>
#include <iterator>

namespace medskapa::opinion::exchange {
namespace {

template <class Number>
void write_number(std::ostream& out, Number number) {
    char digits[40];
    const auto written = fmt::format_to_n(digits, sizeof digits, "{}", number);
    out.write(digits, static_cast<std::streamsize>(written.size));
}

void write_text(std::ostream& out, std::string_view text) {
    out << '"';
    for (const char sign : text) {
        if (sign == '"' || sign == '\\') out << '\\';
        if (static_cast<unsigned char>(sign) < 0x20)
            out << fmt::format("\\u{:04x}", static_cast<unsigned>(sign));
        else
            out << sign;
    }
    out << '"';
}

}  // namespace

void JsonWriter::separate() {
    if (needs_comma_) out_ << ',';
    needs_comma_ = true;
}

void JsonWriter::open(char bracket) {
    separate();
    out_ << bracket;
    needs_comma_ = false;
}

void JsonWriter::close(char bracket) {
    out_ << bracket;
    needs_comma_ = true;
}

JsonWriter& JsonWriter::key(std::string_view name) {
    separate();
    write_text(out_, name);
    out_ << ':';
    needs_comma_ = false;
    return *this;
}

JsonWriter& JsonWriter::key(std::int64_t name) {
    return key(std::to_string(name));
}

void JsonWriter::value(double number) {
    if (!std::isfinite(number)) return null();
    separate();
    write_number(out_, number == 0 ? 0.0 : number);
}

void JsonWriter::value(std::int64_t number) {
    separate();
    write_number(out_, number);
}

void JsonWriter::value(bool truth) {
    separate();
    out_ << (truth ? "true" : "false");
}

void JsonWriter::value(std::string_view text) {
    separate();
    write_text(out_, text);
}

void JsonWriter::null() {
    separate();
    out_ << "null";
}

}  // namespace medskapa::opinion::exchange
