"""Many reports or units at once: tables judged and scored in blocks, written in parts, on one machine or several."""
