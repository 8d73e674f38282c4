#pragma once

#include <memory>
#include <optional>
#include <string_view>

namespace medskapa::sheets {

/// The attributes of an element, by their names without prefix.
class Attributes {
public:
    explicit Attributes(const char** pairs) : pairs_{pairs} {}

    std::optional<std::string_view> find(std::string_view name) const;
    std::string_view get(std::string_view name) const { return find(name).value_or(std::string_view{}); }

    /// Whether an attribute of that name, of whatever vocabulary, has that value.
    bool says(std::string_view name, std::string_view value) const;

private:
    const char** pairs_;
};

/// What reads an XML document that comes in pieces. Elements go by their names without prefix; those of other
/// vocabularies than `is_ours` knows are passed over with all that is in them.
class XmlReader {
public:
    XmlReader() = default;
    virtual ~XmlReader() = default;
    XmlReader(const XmlReader&) = delete;
    XmlReader& operator=(const XmlReader&) = delete;

    virtual void open(std::string_view name, const Attributes&) = 0;
    virtual void close(std::string_view name) = 0;
    virtual void text(std::string_view) {}
    /// True when nothing more is wanted of the document.
    virtual bool has_enough() const { return false; }
};

/// Feeds a reader by expat. A document type is a fault: no entity is ever read, near or far.
class XmlWalk {
public:
    explicit XmlWalk(XmlReader&);
    ~XmlWalk();
    XmlWalk(const XmlWalk&) = delete;
    XmlWalk& operator=(const XmlWalk&) = delete;

    enum class State { going, enough, broken };
    State feed(std::string_view piece);
    State finish();

private:
    struct Parser;
    std::unique_ptr<Parser> parser_;
};

}  // namespace medskapa::sheets
