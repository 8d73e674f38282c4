#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace medskapa::office {

/// The attributes of an element, by their short names ("w:val").
class Attributes {
public:
    explicit Attributes(const char** pairs) : pairs_{pairs} {}

    /// Nothing when it is not there.
    std::optional<std::string> find(std::string_view name) const;
    std::string get(std::string_view name) const { return find(name).value_or(std::string{}); }
    /// A whole number; `otherwise` when it is not there or none.
    int number(std::string_view name, int otherwise) const;

private:
    const char** pairs_;
};

/// Called with what stands in a document. Elements go by the short names that their format's own examples use
/// ("w:p", "text:h"), whatever prefix the file gives them.
struct XmlEvents {
    std::function<void(std::string_view name, const Attributes&)> open = {};
    std::function<void(std::string_view name)> close = {};
    std::function<void(std::string_view text)> text = {};
};

enum class XmlFault { broken, too_deep };

inline constexpr int deepest_xml = 200;

/// Walks an XML document (by expat). A document type is a fault: no entity is ever read, near or far.
std::optional<XmlFault> read_xml(std::string_view document, const XmlEvents&);

}  // namespace medskapa::office
