#include "engine/openlog/entry.hpp"

#include "base/text.hpp"
#include "engine/openlog/lines.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <stdexcept>

namespace medskapa::openlog {
namespace {

constexpr std::string_view version = "medskapa.log/v1";
constexpr std::string_view nothing = "-";
constexpr std::size_t most_bytes = 65'535;
constexpr std::size_t salt_bytes = 32;
using TenMinutes = std::chrono::duration<std::int64_t, std::ratio<600>>;

std::string written(Instant time) {
    const Instant rounded{std::chrono::floor<TenMinutes>(time).time_since_epoch()};
    return time::iso(rounded).substr(0, std::string_view{"2020-08-24T08:00"}.size()) + "Z";
}

std::optional<Instant> read_time(std::string_view text) {
    if (!text.ends_with('Z')) return std::nullopt;
    const auto local = time::read_local(text.substr(0, text.size() - 1));
    if (!local) return std::nullopt;
    const Instant time{local->time_since_epoch()};
    return written(time) == text ? std::optional{time} : std::nullopt;
}

/// A word of the head, and the key of a field: no blanks inside.
bool is_word(std::string_view word) {
    return !word.empty() && std::none_of(word.begin(), word.end(),
                                [](char c) { return static_cast<unsigned char>(c) <= ' ' || c == '\x7F'; });
}

bool is_value(std::string_view value) {
    const auto is_control = [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7F'; };
    return !value.empty() && value.front() != ' ' && value.back() != ' ' &&
           std::none_of(value.begin(), value.end(), is_control);
}

bool is_key_of_another_line(std::string_view key) {
    constexpr std::string_view taken[] = {"type", "time", "process", "object", "prev", "commit", version};
    return std::find(std::begin(taken), std::end(taken), key) != std::end(taken);
}

bool read_about(Lines& lines, Entry& entry) {
    const auto process = lines.next_after("process");
    if (!process) return true;
    const auto object = lines.next_after("object");
    const auto prev = lines.next_after("prev");
    if (!is_word(*process) || !is_word(object.value_or("")) || !prev) return false;
    if (process != nothing) entry.process = *process;
    entry.object = *object;
    if (prev == nothing) return true;
    const auto place = read_number(*prev);
    if (!place || *place > INT64_MAX) return false;
    entry.prev = static_cast<std::int64_t>(*place);
    return true;
}

bool read_commitment(std::string_view line, Entry& entry) {
    const auto label = take_until(line, ' ');
    const auto value = read_digest(line);
    if (!label || !is_word(*label) || !value) return false;
    const auto is_same = [&](const Commitment& other) { return other.label == *label; };
    if (std::any_of(entry.commitments.begin(), entry.commitments.end(), is_same)) return false;
    entry.commitments.push_back({std::string{*label}, *value});
    return true;
}

bool read_field(std::string_view line, Entry& entry) {
    const auto key = take_until(line, ' ');
    if (!key || !is_word(*key) || is_key_of_another_line(*key) || !is_value(line) || entry.field(*key))
        return false;
    entry.fields.push_back({std::string{*key}, std::string{line}});
    return true;
}

std::optional<Entry> read(std::string_view text) {
    if (text.size() > most_bytes || !text::is_valid_utf8(text)) return std::nullopt;
    Lines lines{text};
    if (lines.next() != version) return std::nullopt;
    const auto type = lines.next_after("type");
    const auto time = read_time(lines.next_after("time").value_or(""));
    if (!is_word(type.value_or("")) || !time) return std::nullopt;
    Entry entry{std::string{*type}, *time, {}, {}, {}};
    if (!read_about(lines, entry)) return std::nullopt;
    while (!lines.at_end()) {
        const auto commitment = lines.next_after("commit");
        if (commitment && read_commitment(*commitment, entry)) continue;
        if (commitment || !entry.commitments.empty()) return std::nullopt;
        if (!read_field(lines.next().value_or(""), entry)) return std::nullopt;
    }
    return entry;
}

}  // namespace

Digest commit(std::string_view salt, std::string_view label, std::string_view value) {
    if (salt.size() != salt_bytes) throw std::logic_error{"A salt is 32 bytes"};
    if (label.size() > 0xFFFFU) throw std::logic_error{"A label is at most 65 535 bytes"};
    std::string message{"medskapa.commit.v1"};
    message += '\0';
    message += static_cast<char>(label.size() >> 8U);
    message += static_cast<char>(label.size() & 0xFFU);
    message += label;
    message += value;
    return hmac_sha256(salt, message);
}

std::optional<std::string_view> Entry::field(std::string_view key) const {
    const auto found =
        std::find_if(fields.begin(), fields.end(), [key](const Field& field) { return field.key == key; });
    return found == fields.end() ? std::nullopt : std::optional<std::string_view>{found->value};
}

std::string canonical(const Entry& entry) {
    auto out = fmt::format("{}\ntype {}\ntime {}\n", version, entry.type, written(entry.time));
    if (!entry.object.empty())
        out +=
            fmt::format("process {}\nobject {}\nprev {}\n", entry.process.empty() ? nothing : entry.process,
                entry.object, entry.prev ? std::to_string(*entry.prev) : nothing);
    for (const auto& field : entry.fields) out += fmt::format("{} {}\n", field.key, field.value);
    for (const auto& commitment : entry.commitments)
        out += fmt::format("commit {} {}\n", commitment.label, as_base64(commitment.value));
    return out;
}

Result<Entry> read_entry(std::string_view text) {
    if (auto entry = read(text)) return *std::move(entry);
    return refuse(
        Failure::Kind::invalid, {{"entry", N_("This is not an entry of the form medskapa.log/v1")}});
}

}  // namespace medskapa::openlog
