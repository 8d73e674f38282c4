#pragma once

#include "domain/statistics/dataset.hpp"
#include "engine/regional/read/statistic.hpp"
#include "web/frame/visit.hpp"
#include "web/ui/forms/form.hpp"

namespace medskapa::web::statistics::desk {

/// The file that was sent, how it is understood, and what is wrong with it or with what was typed.
struct DatasetDraft {
    std::string file_name = {};
    std::string bytes = {};
    std::optional<regional::read::Statistic> read = {};
    ui::Complaints complaints = {};
    int status = 200;
};

/// The file of the form, or the one that the page before it held.
DatasetDraft sent_dataset(const Visit&);
/// What is kept: as it is read, with what was typed of it.
Dataset typed_dataset(const Visit&, const DatasetDraft&);
/// How the file is understood, and a form that keeps it. Empty where it is not understood.
Html understood_view(const Visit&, const DatasetDraft&);

}  // namespace medskapa::web::statistics::desk
