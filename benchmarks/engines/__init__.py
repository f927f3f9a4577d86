"""One workload in this project's evaluator and in other engines, each verified equal before it is timed."""
