#include "base/webauthn/cbor.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <limits>
#include <tuple>

namespace medskapa::webauthn {
namespace {

enum Major : unsigned { whole, negative, byte_string, text_string, list, map, tag, simple };

constexpr unsigned false_value = 20;
constexpr unsigned true_value = 21;
constexpr std::uint64_t largest = std::numeric_limits<std::int64_t>::max();

/// What a value begins with: of which kind it is, and a number.
struct Head {
    unsigned major = 0;
    std::uint64_t number = 0;
};

class Reader {
public:
    explicit Reader(std::string_view bytes) : rest_{bytes} {}

    std::optional<CborValue> value(int depth) {
        if (depth > deepest_cbor) return std::nullopt;
        const auto head = read_head();
        if (!head) return std::nullopt;
        switch (head->major) {
            case whole:
            case negative: return number_of(*head);
            case byte_string:
            case text_string: return string_of(*head);
            case list: return list_of(head->number, depth);
            case map: return map_of(head->number, depth);
            case simple: return truth_of(head->number);
            default: return std::nullopt;
        }
    }
    std::string_view rest() const { return rest_; }

private:
    /// Nothing when it is written longer than it must be.
    std::optional<Head> read_head() {
        if (rest_.empty()) return std::nullopt;
        const auto first = static_cast<unsigned char>(rest_.front());
        rest_.remove_prefix(1);
        const unsigned major = first >> 5U;
        const unsigned low = first & 31U;
        if (low < 24) return Head{major, low};
        if (low > 27) return std::nullopt;  // kept for later, or without a length
        const std::size_t size = std::size_t{1} << (low - 24);
        if (rest_.size() < size) return std::nullopt;
        std::uint64_t number = 0;
        for (const char c : rest_.substr(0, size)) number = number << 8U | static_cast<unsigned char>(c);
        rest_.remove_prefix(size);
        const bool is_short = size == 1 ? number < 24 : number >> (4 * size) == 0;
        // A simple value of two bytes is never one of ours.
        if (is_short || major == simple) return std::nullopt;
        return Head{major, number};
    }

    static std::optional<CborValue> number_of(const Head& head) {
        if (head.number > largest) return std::nullopt;
        const auto number = static_cast<std::int64_t>(head.number);
        return CborValue{head.major == negative ? -1 - number : number};
    }

    std::optional<CborValue> string_of(const Head& head) {
        if (head.number > rest_.size()) return std::nullopt;
        std::string held{rest_.substr(0, head.number)};
        rest_.remove_prefix(head.number);
        if (head.major == byte_string) return CborValue{CborBytes{std::move(held)}};
        if (!text::is_valid_utf8(held)) return std::nullopt;
        return CborValue{std::move(held)};
    }

    std::optional<CborValue> list_of(std::uint64_t size, int depth) {
        if (size > rest_.size()) return std::nullopt;  // each takes a byte and more
        CborList values;
        for (std::uint64_t i = 0; i < size; ++i) {
            auto one = value(depth + 1);
            if (!one) return std::nullopt;
            values.push_back(*std::move(one));
        }
        return CborValue{std::move(values)};
    }

    std::optional<CborValue> map_of(std::uint64_t size, int depth) {
        if (size > rest_.size() / 2) return std::nullopt;
        CborMap entries;
        std::string_view before;
        for (std::uint64_t i = 0; i < size; ++i) {
            const auto from = rest_;
            auto key = value(depth + 1);
            const auto written = from.substr(0, from.size() - rest_.size());
            if (!key || !comes_after(written, before)) return std::nullopt;
            before = written;
            auto one = value(depth + 1);
            if (!one) return std::nullopt;
            entries.push_back({*std::move(key), *std::move(one)});
        }
        return CborValue{std::move(entries)};
    }

    static std::optional<CborValue> truth_of(std::uint64_t number) {
        if (number != false_value && number != true_value) return std::nullopt;
        return CborValue{number == true_value};
    }

    /// The order of keys in CTAP2: by kind, then by length, then by bytes. The same twice is none.
    static bool comes_after(std::string_view key, std::string_view before) {
        if (before.empty()) return true;
        const auto place = [](std::string_view written) {
            return std::tuple{static_cast<unsigned char>(written.front()) >> 5U, written.size(), written};
        };
        return place(before) < place(key);
    }

    std::string_view rest_;
};

template <class Key>
const CborValue* entry_of(const CborValue& of, const Key& key) {
    const auto* entries = std::get_if<CborMap>(&of.held);
    if (entries == nullptr) return nullptr;
    const auto found = std::find_if(entries->begin(), entries->end(), [&](const CborEntry& one) {
        const auto* its_key = std::get_if<Key>(&one.key.held);
        return its_key != nullptr && *its_key == key;
    });
    return found == entries->end() ? nullptr : &found->value;
}

}  // namespace

std::optional<CborValue> read_cbor(std::string_view& bytes) {
    Reader reader{bytes};
    auto value = reader.value(1);
    if (value) bytes = reader.rest();
    return value;
}

const CborValue* found_in(const CborValue& map, std::int64_t key) {
    return entry_of(map, key);
}

const CborValue* found_in(const CborValue& map, std::string_view key) {
    return entry_of(map, std::string{key});
}

}  // namespace medskapa::webauthn
