#pragma once

#include "store/sql/connection.hpp"

#include <concepts>
#include <cstddef>
#include <type_traits>

/// The columns of a table, written once. A noun's `columns.hpp` has a list for each of its tables:
///
///     inline constexpr auto addition = sql::table<"addition", Addition>({
///         {"id", Privacy::internal, sql::key<&Addition::id>},
///         {"shown_text", Privacy::published, sql::changes<&Addition::shown_text>},
///         {"form_key", Privacy::internal},
///     });
///
/// `rows.hpp` makes statements of it, open data and erasures follow from what each column says of itself.
namespace medskapa::sql {

/// Whose a column is, and who may have it.
enum class Privacy {
    open,       // of no person: everybody may have it
    published,  // of a person, as everybody reads it: open data until it is erased
    internal,   // of no person, and the region's own: never exported
    personal,   // of a person: never exported, and erased
};
constexpr bool is_public(Privacy p) {
    return p == Privacy::open || p == Privacy::published;
}
constexpr bool is_of_a_person(Privacy p) {
    return p == Privacy::published || p == Privacy::personal;
}

enum class Kind { text, number, real, flag, day, time, local_time };

/// When a column is written from its member.
enum class Written {
    by_database,  // never: it is the row's id, which the database gives
    once,         // with the row
    on_change,    // with the row, and again by change()
    apart,        // it has no member: given by name with the row, and changed by statements of its own
};

/// How a member of T is kept. Reading another kind of value than the member's throws std::logic_error.
template <class T>
struct Member {
    Written written = Written::apart;
    Kind kind = Kind::text;
    void (*read)(T&, Value&, std::string_view column) = nullptr;  // may empty the value
    Value (*write)(const T&) = nullptr;
};

template <class T>
struct Column {
    std::string_view name;
    Privacy privacy;
    Member<T> member = {};
    std::string_view erased = "";  // what a text becomes when it is erased
};

/// A row's type where rows are not read as a whole.
struct NoRow {};

template <class T, std::size_t n>
struct Table {
    using Row = T;

    std::string_view name;
    Column<T> columns[n];
};

/// A table's name as an argument of a template.
template <std::size_t n>
struct TableName {
    char text[n];

    consteval TableName(const char (&its_text)[n]) : text{} {
        for (std::size_t i = 0; i < n; ++i) text[i] = its_text[i];
    }
};

template <TableName name, class T = NoRow, std::size_t n>
constexpr Table<T, n> table(const Column<T> (&columns)[n]) {
    Table<T, n> made{name.text, {}};
    for (std::size_t i = 0; i < n; ++i) made.columns[i] = columns[i];
    return made;
}

/// A column without its member: all that texts and marks are made of.
struct ColumnMark {
    std::string_view name;
    Privacy privacy = Privacy::internal;
    Written written = Written::apart;
    Kind kind = Kind::text;
    bool is_read = false;
    std::string_view erased = "";
};
struct TableMarks {
    std::string_view name;
    std::vector<ColumnMark> columns;
};

template <class T, std::size_t n>
TableMarks marks_of(const Table<T, n>& table) {
    TableMarks marks{table.name, {}};
    for (const auto& c : table.columns)
        marks.columns.push_back(
            {c.name, c.privacy, c.member.written, c.member.kind, c.member.read != nullptr, c.erased});
    return marks;
}

// Reading a value into a member. What was there may be moved away.

[[noreturn]] void throw_other_kind(std::string_view column);

template <class Held>
Held& held(Value& value, std::string_view column) {
    if (auto* found = std::get_if<Held>(&value)) return *found;
    throw_other_kind(column);
}

inline void read_value(Value& value, std::string& to, std::string_view column) {
    to = std::move(held<std::string>(value, column));
}
inline void read_value(Value& value, double& to, std::string_view column) {
    to = held<double>(value, column);
}
inline void read_value(Value& value, bool& to, std::string_view column) {
    to = held<std::int64_t>(value, column) != 0;
}
inline void read_value(Value& value, Localized& to, std::string_view column) {
    to = localized_from(held<std::string>(value, column));
}
inline void read_value(Value& value, Languages& to, std::string_view column) {
    to = languages_from(held<std::string>(value, column));
}
template <std::integral Number>
void read_value(Value& value, Number& to, std::string_view column) {
    to = static_cast<Number>(held<std::int64_t>(value, column));
}
template <class Clock, class Duration>
void read_value(Value& value, std::chrono::time_point<Clock, Duration>& to, std::string_view column) {
    to = std::chrono::time_point<Clock, Duration>{Duration{held<std::int64_t>(value, column)}};
}
template <class T>
void read_value(Value& value, Id<T>& to, std::string_view column) {
    to.value = std::holds_alternative<std::nullptr_t>(value) ? 0 : held<std::int64_t>(value, column);
}
template <class Enum>
requires std::is_enum_v<Enum>
void read_value(Value& value, Enum& to, std::string_view column) {
    to = named<Enum>(held<std::string>(value, column));
}
template <class T>
void read_value(Value& value, std::optional<T>& to, std::string_view column) {
    if (std::holds_alternative<std::nullptr_t>(value))
        to.reset();
    else
        read_value(value, to.emplace(), column);
}

namespace member {

template <class Owner, class Type>
Owner owner_of(Type Owner::*);
template <auto first>
using Owner = decltype(owner_of(first));

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;

template <class T>
constexpr Kind kind_of(const T*) {
    if constexpr (std::same_as<T, bool>)
        return Kind::flag;
    else if constexpr (std::same_as<T, double>)
        return Kind::real;
    else if constexpr (std::same_as<T, Day>)
        return Kind::day;
    else if constexpr (std::same_as<T, Instant>)
        return Kind::time;
    else if constexpr (std::same_as<T, LocalTime>)
        return Kind::local_time;
    else if constexpr (std::integral<T>)
        return Kind::number;
    else
        return Kind::text;
}
template <class T>
constexpr Kind kind_of(const Id<T>*) {
    return Kind::number;
}
template <class T>
constexpr Kind kind_of(const std::optional<T>*) {
    return kind_of(static_cast<const T*>(nullptr));
}

/// A member of a member of an optional member is there as soon as one of its columns is.
template <auto first, auto... rest, class T>
void read(T& owner, Value& value, std::string_view column) {
    auto& to = owner.*first;
    if constexpr (sizeof...(rest) == 0) {
        read_value(value, to, column);
    } else if constexpr (is_optional<std::remove_cvref_t<decltype(to)>>) {
        if (std::holds_alternative<std::nullptr_t>(value)) return;
        if (!to) to.emplace();
        read<rest...>(*to, value, column);
    } else {
        read<rest...>(to, value, column);
    }
}

template <auto first, auto... rest, class T>
Value write(const T& owner) {
    const auto& from = owner.*first;
    if constexpr (sizeof...(rest) == 0)
        return bind(from);
    else if constexpr (is_optional<std::remove_cvref_t<decltype(from)>>)
        return from ? write<rest...>(*from) : Value{nullptr};
    else
        return write<rest...>(from);
}

/// A text that is null where it is empty.
template <auto text, class T>
void read_or_empty(T& owner, Value& value, std::string_view column) {
    if (!std::holds_alternative<std::nullptr_t>(value)) read_value(value, owner.*text, column);
}
template <auto text, class T>
Value write_unless_empty(const T& owner) {
    return (owner.*text).empty() ? Value{nullptr} : Value{owner.*text};
}

/// A text of an optional member, empty where that is not there: an earlier column says whether it is.
template <auto optional, auto text, class T>
void read_within(T& owner, Value& value, std::string_view column) {
    if (owner.*optional) read_value(value, (*(owner.*optional)).*text, column);
}
template <auto optional, auto text, class T>
Value write_within(const T& owner) {
    return owner.*optional ? bind((*(owner.*optional)).*text) : Value{std::string{}};
}

template <auto first, auto... rest>
constexpr Kind kind() {
    if constexpr (sizeof...(rest) == 0) {
        using Type = std::remove_cvref_t<decltype(std::declval<Owner<first>&>().*first)>;
        return kind_of(static_cast<const Type*>(nullptr));
    } else {
        return kind<rest...>();
    }
}

template <Written written, auto first, auto... rest>
inline constexpr Member<Owner<first>> at{
    written, kind<first, rest...>(), &read<first, rest...>, &write<first, rest...>};

}  // namespace member

/// The row's id, given by the database.
template <auto id>
inline constexpr auto key = member::at<Written::by_database, id>;
/// The same, of a table whose rows are read without it.
template <class T>
inline constexpr Member<T> unread_key{Written::by_database, Kind::number, nullptr, nullptr};
/// A member that is written with the row and stays. Several: a member of a member.
template <auto first, auto... rest>
inline constexpr auto fixed = member::at<Written::once, first, rest...>;
/// A text that is written with the row and stays, null where it is empty.
template <auto text>
inline constexpr Member<member::Owner<text>> fixed_unless_empty{
    Written::once, Kind::text, &member::read_or_empty<text>, &member::write_unless_empty<text>};
/// A text of an optional member, likewise, empty where that is not there. Stands after the column that tells.
template <auto optional, auto text>
inline constexpr Member<member::Owner<optional>> fixed_within{
    Written::once, Kind::text, &member::read_within<optional, text>, &member::write_within<optional, text>};
/// A member that change() writes again.
template <auto first, auto... rest>
inline constexpr auto changes = member::at<Written::on_change, first, rest...>;

}  // namespace medskapa::sql
