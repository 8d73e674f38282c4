#pragma once

#include "app/inspel/inspel.hpp"

namespace medskapa::app {

/// Keeps what staff have written down, for a verb that has asked whether they may. Its sender gets no mail.
Result<Receipt> keep_entered(const Act&, const Entered&, const FormSubmission&);

}  // namespace medskapa::app
