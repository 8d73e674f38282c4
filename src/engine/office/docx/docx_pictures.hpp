#pragma once

#include "base/archive/zip.hpp"
#include "engine/office/document_writer.hpp"

#include <functional>
#include <map>
#include <string>

namespace medskapa::office {

/// The pictures of a DOCX as we write it: each lies in the file once, however often it is shown, and in
/// memory only while it is written.
class DocxPictures {
public:
    /// The picture within a run (ECMA-376 20.4.2.8).
    std::string drawing(const WrittenPicture&);
    std::string relations() const;
    void add_to(zip::Writer&) const;

private:
    std::map<std::string, std::function<std::string()>> bytes_;  // by the names of the parts
    int shown_ = 0;
};

}  // namespace medskapa::office
