#include "engine/openlog/objects.hpp"

#include <fmt/format.h>

namespace medskapa::openlog {

std::string object_named(ObjectKind kind, std::string_view name) {
    return fmt::format("{}/{}", name_of(kind), name);
}

std::string object_named(ObjectKind kind, std::int64_t number) {
    return object_named(kind, std::to_string(number));
}

std::string part_named(const std::string& whole, ObjectKind kind, std::string_view name) {
    return whole + '/' + object_named(kind, name);
}

std::string part_named(const std::string& whole, ObjectKind kind, std::int64_t number) {
    return whole + '/' + object_named(kind, number);
}

std::optional<ObjectName> read_object(std::string_view object) {
    const auto after_noun = object.find('/');
    ObjectKind kind{};
    if (after_noun == object.npos || !find_name<ObjectKind>(object.substr(0, after_noun), kind))
        return std::nullopt;
    object.remove_prefix(after_noun + 1);
    const auto end = object.find('/');
    if (object.empty() || end == 0) return std::nullopt;
    return ObjectName{kind, std::string{object.substr(0, end)},
        end == object.npos ? std::string{} : std::string{object.substr(end + 1)}};
}

}  // namespace medskapa::openlog
